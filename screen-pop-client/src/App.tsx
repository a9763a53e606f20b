import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Desk } from './desk/Desk';
import { Floor } from './floor/Floor';
import { Crash } from './frame/Crash';
import { Frame } from './frame/Frame';
import { Opening } from './frame/Opening';
import { places } from './frame/places';
import { History } from './history/History';
import { hurry, start, useStore } from './link/store';
import { Login } from './login/Login';
import { Past } from './past/Past';
import { Switchroom } from './switchroom/Switchroom';

export function App() {
  const me = useStore((store) => store.me);
  useEffect(() => {
    void start();
  }, []);
  useEffect(() => {
    const back = () => {
      if (!document.hidden) {
        hurry();
      }
    };
    addEventListener('online', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, []);
  if (me === undefined) {
    return <Opening />;
  }
  if (me === null) {
    return <Login />;
  }
  const mine = places(me);
  return (
    <Crash>
      <Frame me={me} places={mine}>
        <Switch>
          {mine.includes('desk') && <Route path="/desk" component={Desk} />}
          {mine.includes('floor') && <Route path="/floor" component={Floor} />}
          {mine.includes('floor') && <Route path="/past" component={Past} />}
          <Route path="/history" component={History} />
          {mine.includes('switchroom') && <Route path="/switchroom" component={Switchroom} />}
          <Route>
            <Redirect to={`/${mine[0] ?? 'history'}`} replace />
          </Route>
        </Switch>
      </Frame>
    </Crash>
  );
}
